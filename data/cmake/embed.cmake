# SPDX-FileCopyrightText: O-chain contributors
# SPDX-License-Identifier: GPL-3.0-or-later

set(OCHAIN_EMBED_FOLDER "${CMAKE_CURRENT_LIST_DIR}")

# Makes a static library that carries files as text, for rooms that may not know Qt's resources.
#
#   ochain_embed(<target> <header> <function> <file>...)
#
# <header> is included by its name and declares
#   std::span<const EmbeddedFile> ochain::<function>() noexcept;
# in the order of the files given. Paths are relative to the current source folder.
function(ochain_embed target header function)
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/${target}_embedded")
    set(files "")
    foreach(file IN LISTS ARGN)
        get_filename_component(file "${file}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_SOURCE_DIR}")
        list(APPEND files "${file}")
    endforeach()
    list(JOIN files "|" joined)

    add_custom_command(
        OUTPUT "${folder}/${target}.cpp" "${folder}/${header}"
        COMMAND "${CMAKE_COMMAND}" "-DFILES=${joined}" "-DHEADER=${folder}/${header}" "-DSOURCE=${folder}/${target}.cpp"
                "-DFUNCTION=${function}" -P "${OCHAIN_EMBED_FOLDER}/write_embedded.cmake"
        DEPENDS ${files} "${OCHAIN_EMBED_FOLDER}/write_embedded.cmake"
        COMMENT "Embedding into ${target}"
        VERBATIM)

    add_library(${target} STATIC "${folder}/${target}.cpp" "${folder}/${header}")
    set_target_properties(${target} PROPERTIES AUTOMOC OFF AUTOUIC OFF)
    target_include_directories(${target} PUBLIC "${folder}" "${OCHAIN_EMBED_FOLDER}")
    target_link_libraries(${target} PRIVATE ochain_options)
endfunction()
