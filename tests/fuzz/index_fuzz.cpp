// Any bytes as one of EDGAR's indexes: listings or none, never a crash.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "door/edgar_index.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  stakebook::door::document_bytes_max(bytes, 0);
  stakebook::door::read_edgar_index(bytes);
  return 0;
}
