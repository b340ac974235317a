#ifndef POWER_LOSS_H
#define POWER_LOSS_H

/// How often this process has asked the disk to keep a file.
long powerLossSyncs(void);

#endif
