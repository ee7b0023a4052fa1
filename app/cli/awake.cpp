#include "app/cli/awake.h"

namespace potstill {

// The holder reads from a pipe that ends with this object, or with this program however it ends. A session of its own keeps Ctrl+C, which first means "stop and save", away from it.
Awake::Awake() : m_holder(::popen("exec setsid systemd-inhibit --what=sleep:idle --who=Potstill --why='A model is being trained' --mode=block cat >/dev/null 2>&1", "w")) {}

Awake::~Awake()
{
    if (m_holder)
        ::pclose(m_holder);
}

}  // namespace potstill
