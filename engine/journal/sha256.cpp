#include "journal/sha256.h"

#include <openssl/evp.h>

#include "journal/journal.h"
#include "value/error.h"

namespace stakebook {

struct Sha256::State {
  // Fetched once: OpenSSL 3 looks the algorithm up at every start otherwise.
  EVP_MD* algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  ~State() {
    EVP_MD_CTX_free(context);
    EVP_MD_free(algorithm);
  }
};

namespace {

void require(bool done) {
  if (!done) {
    throw Error(ErrorKind::storage, "libcrypto offers no SHA-256", {},
                "check the installation of OpenSSL");
  }
}

}  // namespace

Sha256::Sha256() : state_(std::make_unique<State>()) {
  require(state_->algorithm != nullptr && state_->context != nullptr);
}

Sha256::~Sha256() = default;

void Sha256::start() {
  require(EVP_DigestInit_ex2(state_->context, state_->algorithm, nullptr) == 1);
}

void Sha256::add(std::string_view bytes) {
  require(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) == 1);
}

Digest Sha256::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> buffer;
  unsigned int size = 0;
  require(EVP_DigestFinal_ex(state_->context, buffer.data(), &size) == 1 && size == 32);
  Digest digest;
  for (std::size_t i = 0; i < digest.size(); ++i) digest[i] = static_cast<char>(buffer[i]);
  return digest;
}

std::string hex(std::string_view bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += {digits[byte >> 4], digits[byte & 15]};
  }
  return text;
}

std::string sha256(std::string_view bytes) {
  Sha256 hasher;
  return hex(bytes_of(hasher.of(bytes)));
}

}  // namespace stakebook
