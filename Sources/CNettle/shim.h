#include <nettle/eddsa.h>
#include <nettle/hmac.h>
#include <nettle/sha2.h>
