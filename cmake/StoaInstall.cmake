# cmake --install: program, library, header, pkg-config file, CMake package, man page and completions.

include(CMakePackageConfigHelpers)

if(TARGET stoa)
  install(TARGETS stoa RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(TARGETS libstoa EXPORT StoaTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(FILES ${PROJECT_SOURCE_DIR}/include/stoa/stoa.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/stoa)

# Relative to itself, so that an installation can be moved, or staged with --prefix.
file(RELATIVE_PATH STOA_PC_TO_PREFIX ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
cmake_path(SET STOA_PC_TO_PREFIX NORMALIZE ${STOA_PC_TO_PREFIX})
set(STOA_PC_SOLVER "")
if(stoa_solver STREQUAL "z3")
  set(STOA_PC_SOLVER " z3")
endif()
configure_file(${PROJECT_SOURCE_DIR}/cmake/stoa.pc.in ${PROJECT_BINARY_DIR}/generated/stoa.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/generated/stoa.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

set(stoa_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Stoa)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/StoaConfig.cmake.in
  ${PROJECT_BINARY_DIR}/generated/StoaConfig.cmake INSTALL_DESTINATION ${stoa_package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/generated/StoaConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(EXPORT StoaTargets NAMESPACE Stoa:: DESTINATION ${stoa_package_dir})
install(FILES
  ${PROJECT_BINARY_DIR}/generated/StoaConfig.cmake
  ${PROJECT_BINARY_DIR}/generated/StoaConfigVersion.cmake
  DESTINATION ${stoa_package_dir})

# stoa_install_if_present(FILE FOLDER): documentation that is written by hand and may lag behind.
function(stoa_install_if_present file folder)
  if(EXISTS ${PROJECT_SOURCE_DIR}/${file})
    install(FILES ${PROJECT_SOURCE_DIR}/${file} DESTINATION ${folder} ${ARGN})
  endif()
endfunction()
stoa_install_if_present(docs/stoa.1 ${CMAKE_INSTALL_MANDIR}/man1)
stoa_install_if_present(completions/stoa.bash ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME stoa)
stoa_install_if_present(completions/_stoa ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
stoa_install_if_present(completions/stoa.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
stoa_install_if_present(LICENSE ${CMAKE_INSTALL_DOCDIR})
