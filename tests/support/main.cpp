// doctest itself, and its main(). Both macros: where the header was precompiled, the second alone
// comes too late.
#define DOCTEST_CONFIG_IMPLEMENT
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
