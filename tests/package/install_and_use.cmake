# cmake -D build=... -D work=... (see CMakeLists.txt) -P install_and_use.cmake
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(code)
    message(FATAL_ERROR "failed: ${ARGN}\n${output}")
  endif()
  set(output ${output} PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${work}/prefix ${work}/consumer)
run(${CMAKE_COMMAND} --install ${build} --prefix ${work}/prefix)

# The prefix stands alone: moved elsewhere, it still works.
file(REMOVE_RECURSE ${work}/moved)
file(RENAME ${work}/prefix ${work}/moved)
run(${CMAKE_COMMAND} -S ${consumer} -B ${work}/consumer -G ${generator}
  -D CMAKE_PREFIX_PATH=${work}/moved -D CMAKE_CXX_COMPILER=${compiler} -D CMAKE_CXX_FLAGS=${flags})
run(${CMAKE_COMMAND} --build ${work}/consumer)
run(${work}/consumer/consumer ${fixtures}/exercise-and-sale ${work}/consumer/ledger.db)
if(NOT output STREQUAL "3 filings; Lindqvist Tove held 12500 on 2024-06-10\n")
  message(FATAL_ERROR "the consumer says: ${output}")
endif()
run(${work}/moved/bin/stakebook --version)
if(NOT output MATCHES "${version}")
  message(FATAL_ERROR "the installed program says: ${output}")
endif()
