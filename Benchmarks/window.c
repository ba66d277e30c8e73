/* The floor for the kiosk's first picture and memory: a bare SDL window of the same size with one line of text in the
 * same font. Nothing is read, laid out or remembered. Ends at SIGTERM.
 *
 *   window FONT TEXT [shared-memory]
 * As SDL comes, its window is put on an X11 panel by OpenGL. With `shared-memory` it goes the kiosk's own, cheaper way:
 * what is then left between the two is the kiosk's own work. */
#include <SDL2/SDL.h>
#include <SDL2/SDL_ttf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void need(int holds, const char *what) {
    if (holds) return;
    fprintf(stderr, "window: %s: %s\n", what, SDL_GetError());
    exit(69);
}

int main(int count, char **arguments) {
    int shares = count == 4 && strcmp(arguments[3], "shared-memory") == 0;
    if (count != 3 && !shares) {
        fprintf(stderr, "usage: window FONT TEXT [shared-memory]\n");
        return 64;
    }
    need(SDL_Init(SDL_INIT_VIDEO) == 0, "SDL_Init");
    if (shares) SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    need(TTF_Init() == 0, "TTF_Init");
    TTF_Font *font = TTF_OpenFont(arguments[1], 64);
    need(font != NULL, arguments[1]);
    SDL_Window *window = SDL_CreateWindow(
        "window", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1080, 1920, SDL_WINDOW_SHOWN);
    need(window != NULL, "SDL_CreateWindow");
    SDL_Surface *panel = SDL_GetWindowSurface(window);
    need(panel != NULL, "SDL_GetWindowSurface");
    SDL_Surface *line = TTF_RenderUTF8_Blended(font, arguments[2], (SDL_Color){255, 255, 255, 255});
    need(line != NULL, "TTF_RenderUTF8_Blended");
    SDL_Rect foot = {26, 1670, 1028, 224};
    SDL_Rect place = {136, 1700, 0, 0};
    need(SDL_FillRect(panel, NULL, SDL_MapRGB(panel->format, 0xFB, 0xF7, 0xEE)) == 0, "SDL_FillRect");
    need(SDL_FillRect(panel, &foot, SDL_MapRGB(panel->format, 0x1B, 0x57, 0x40)) == 0, "SDL_FillRect");
    need(SDL_BlitSurface(line, NULL, panel, &place) == 0, "SDL_BlitSurface");
    need(SDL_UpdateWindowSurface(window) == 0, "SDL_UpdateWindowSurface");
    SDL_Event event;
    do need(SDL_WaitEvent(&event), "SDL_WaitEvent"); while (event.type != SDL_QUIT);
    return 0;
}
