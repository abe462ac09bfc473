// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/edit_digester.h"

#include <new>

#include <xxhash.h>

namespace ochain {

EditDigester::EditDigester() : m_state(XXH3_createState())
{
    if (!m_state)
        throw std::bad_alloc();
}

EditDigester::~EditDigester() = default;
EditDigester::EditDigester(EditDigester&&) noexcept = default;
EditDigester& EditDigester::operator=(EditDigester&&) noexcept = default;

void EditDigester::Free::operator()(XXH3_state_s* state) const noexcept
{
    XXH3_freeState(state);
}

void EditDigester::begin(const Digest& previous)
{
    XXH3_128bits_reset(m_state.get());
    m_row.clear();
    m_row.addBlob(packed(previous));
    take();
}

void EditDigester::take()
{
    XXH3_128bits_update(m_state.get(), m_row.bytes().data(), m_row.bytes().size());
    m_row.clear();
}

Digest EditDigester::end() const noexcept
{
    const XXH128_hash_t hash = XXH3_128bits_digest(m_state.get());
    return {hash.low64, hash.high64};
}

} // namespace ochain
