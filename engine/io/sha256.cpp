#include "engine/io/sha256.h"

#include "engine/core/error.h"
#include "engine/io/atomicfile.h"
#include "engine/io/posix.h"

#include <openssl/evp.h>

#include <array>
#include <cerrno>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace potstill {

struct Sha256::Context {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    ~Context() { EVP_MD_CTX_free(context); }
};

namespace {
void require(int ok)
{
    if (ok != 1)
        throw Error(ErrorCode::Internal, "OpenSSL's SHA-256 failed");
}
}  // namespace

Sha256::Sha256() : m_context(std::make_unique<Context>()) { require(m_context->context != nullptr && EVP_DigestInit_ex(m_context->context, EVP_sha256(), nullptr) == 1 ? 1 : 0); }

Sha256::~Sha256() = default;

void Sha256::update(const void* data, std::size_t bytes) { require(EVP_DigestUpdate(m_context->context, data, bytes)); }

std::string Sha256::hex()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    require(EVP_DigestFinal_ex(m_context->context, digest.data(), &length));
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < length; ++i) {
        text += digits[digest[i] >> 4];
        text += digits[digest[i] & 15];
    }
    return text;
}

std::string sha256OfFile(const std::filesystem::path& path)
{
    const Descriptor file = openFile(path, O_RDONLY, "open");
    ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    Sha256 hash;
    std::vector<char> buffer(std::size_t(1) << 20);
    for (;;) {
        const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            throwSystemError(errno, "read", path);
        if (got == 0)
            return hash.hex();
        hash.update(buffer.data(), static_cast<std::size_t>(got));
    }
}

std::string sha256OfText(std::string_view text)
{
    Sha256 hash;
    hash.update(text.data(), text.size());
    return hash.hex();
}

}  // namespace potstill
