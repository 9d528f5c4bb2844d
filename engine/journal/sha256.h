// SHA-256 (FIPS 180-4) over pieces, by OpenSSL.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace stakebook {

using Digest = std::array<char, 32>;

inline std::string_view bytes_of(const Digest& digest) { return {digest.data(), digest.size()}; }
// 64 lower-case hex digits.
std::string hex(std::string_view bytes);

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  // The digest of the pieces, one after the other.
  template <class... Pieces>
  Digest of(const Pieces&... pieces) {
    start();
    (add(pieces), ...);
    return finish();
  }

 private:
  void start();
  void add(std::string_view bytes);
  Digest finish();

  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stakebook
