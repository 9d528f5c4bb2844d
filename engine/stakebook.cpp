#include "stakebook.h"
