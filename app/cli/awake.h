#pragma once

#include <cstdio>

namespace potstill {

/// Keeps the machine from sleeping as long as it lives (systemd-inhibit; nothing happens where that is missing or may not).
class Awake {
public:
    Awake();
    ~Awake();
    Awake(const Awake&) = delete;
    Awake& operator=(const Awake&) = delete;

private:
    std::FILE* m_holder = nullptr;
};

}  // namespace potstill
