// Files of the project held in the binary.
#pragma once
