#pragma once

#include "engine/core/resources.h"  // resourceFolder(), resolveModelPath()
