#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace potstill {

/// SHA-256 of data that comes in parts.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    void update(const void* data, std::size_t bytes);
    /// Lower-case hexadecimal text; ends the computation.
    std::string hex();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

}  // namespace potstill
