/* Starts a program and says after how many milliseconds its first picture is on the X display: seen from outside, with
 * the pixels that everybody sees, so that one measure fits every program.
 *
 *   first-picture SECONDS X,Y,RRGGBB … -- PROGRAM ARGUMENT …
 * The picture is there when all these pixels have these colours (each part may differ by 3), and the foot's text (white)
 * is there, too. The program and all that it started is then ended. */
#define _GNU_SOURCE
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { most = 16, step_microseconds = 1000, text_x = 100, text_y = 1680, text_width = 600, text_height = 200 };
typedef struct { int x, y; unsigned long colour; } Point;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int is_near(unsigned long pixel, unsigned long colour) {
    for (int shift = 0; shift < 24; shift += 8)
        if (labs((long)(pixel >> shift & 255) - (long)(colour >> shift & 255)) > 3) return 0;
    return 1;
}

static int holds(Display *display, Point point) {
    XImage *image = XGetImage(display, DefaultRootWindow(display), point.x, point.y, 1, 1, AllPlanes, ZPixmap);
    if (image == NULL) return 0;
    int same = is_near(XGetPixel(image, 0, 0), point.colour);
    XDestroyImage(image);
    return same;
}

static int has_text(Display *display) {
    XImage *image = XGetImage(
        display, DefaultRootWindow(display), text_x, text_y, text_width, text_height, AllPlanes, ZPixmap);
    if (image == NULL) return 0;
    int white = 0;
    for (int y = 0; y < text_height; y += 2)
        for (int x = 0; x < text_width; x += 2) white += is_near(XGetPixel(image, x, y), 0xFFFFFF);
    XDestroyImage(image);
    return white > 100;
}

static int is_there(Display *display, const Point *points, int count) {
    for (int index = 0; index < count; index++)
        if (!holds(display, points[index])) return 0;
    return has_text(display);
}

/* Until the group is gone or `milliseconds` are over. */
static int has_ended(pid_t group, int milliseconds) {
    for (double end = now() + milliseconds; now() < end; usleep(5000)) {
        while (waitpid(-group, NULL, WNOHANG) > 0) {}
        if (kill(-group, 0) != 0) return 1;
    }
    return 0;
}

static void end(pid_t group) {
    kill(-group, SIGTERM);
    if (has_ended(group, 3000)) return;
    kill(-group, SIGKILL);
    has_ended(group, 3000);
}

/* In a process group of its own, so that all that it starts can be ended with it. */
static pid_t start_alone(char **command) {
    pid_t child;
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    int trouble = posix_spawnp(&child, command[0], NULL, &attributes, command, environ);
    if (trouble == 0) return child;
    fprintf(stderr, "first-picture: %s: %s\n", command[0], strerror(trouble));
    exit(69);
}

int main(int count, char **arguments) {
    Point points[most];
    int known = 0, index = 2;
    for (; index < count && strcmp(arguments[index], "--") != 0 && known < most; index++, known++)
        if (sscanf(arguments[index], "%d,%d,%lx", &points[known].x, &points[known].y, &points[known].colour) != 3) {
            fprintf(stderr, "first-picture: not a pixel: %s\n", arguments[index]);
            return 64;
        }
    if (known == 0 || index + 1 >= count || strcmp(arguments[index], "--") != 0) {
        fprintf(stderr, "usage: first-picture SECONDS X,Y,RRGGBB … -- PROGRAM ARGUMENT …\n");
        return 64;
    }
    Display *display = XOpenDisplay(NULL);
    if (display == NULL) {
        fprintf(stderr, "first-picture: no display\n");
        return 69;
    }
    for (double patience = now() + 3000; is_there(display, points, known); usleep(step_microseconds))
        if (now() > patience) {
            fprintf(stderr, "first-picture: the picture is there before the start\n");
            return 69;
        }
    double limit = atof(arguments[1]) * 1e3, start = now();
    pid_t child = start_alone(arguments + index + 1);
    int seen = 0, status = 0;
    while (!(seen = is_there(display, points, known)) && now() - start < limit) {
        if (waitpid(child, &status, WNOHANG) == child) break;
        usleep(step_microseconds);
    }
    double taken = now() - start;
    end(child);
    XCloseDisplay(display);
    if (!seen) {
        fprintf(stderr, "first-picture: no picture from %s\n", arguments[index + 1]);
        return 70;
    }
    printf("%.2f\n", taken);
    return 0;
}
