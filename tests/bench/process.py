# SPDX-License-Identifier: MIT
"""What the kernel tells about a process that runs."""

import os
import time


def cpu_seconds(pid):
    """User and system time of all its threads, ended ones too, to the nanosecond.

    The number of another process's clock is made as clock_getcpuclockid(3) makes it.
    """
    return time.clock_gettime(~pid << 3 | 2)


def memory_mib(pid):
    """Proportional, its own alone, resident: what is shared counts in parts, not at all, in full."""
    sizes = {}
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        for line in file:
            name, _, rest = line.partition(":")
            if rest.endswith("kB\n"):
                sizes[name] = int(rest.split()[0]) / 1024
    return sizes["Pss"], sizes["Private_Clean"] + sizes["Private_Dirty"], sizes["Rss"]


def switches(pid):
    """Context switches so far, wanted or not, by thread."""
    counts = {}
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/status", encoding="ascii", errors="replace") as file:
            counts[thread] = sum(int(line.split()[1]) for line in file if "_ctxt_switches:" in line)
    return counts


def busy_seconds():
    """Of all processors together, whoever kept them busy; on a virtual machine its neighbours too."""
    with open("/proc/stat", encoding="ascii") as file:
        user, nice, system, _, _, *interrupts = [int(word) for word in file.readline().split()[1:9]]
    return (user + nice + system + sum(interrupts)) / os.sysconf("SC_CLK_TCK")


def load():
    return os.getloadavg()[0]
