#include "reader_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stakebook;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const ReadResult result = read_ownership_xml(bytes, {});
  check_answer(result);
  check_round_trip(result);
  check_answer(read_ownership_xml(bytes, fuzz_limits()));
  return 0;
}
