#pragma once
#include <linux/input.h>
#include <sys/ioctl.h>

/* EVIOCGRAB is a function-like macro, which Swift does not import. */
static inline int sarangbang_grab_input(int descriptor, int on) { return ioctl(descriptor, EVIOCGRAB, on); }
