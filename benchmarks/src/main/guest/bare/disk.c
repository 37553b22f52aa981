// SPDX-License-Identifier: Apache-2.0
#include "guest.h"

void disk_kernel(void) {
}
