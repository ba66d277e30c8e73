/* The floor for a saved reading and for a drained outbox: the rows that the kiosk wrote, written again by SQLite alone
 * into an empty file of the same schema on the same disk, WAL and synchronous=FULL, as the kiosk has it.
 *
 *   commit pairs SOURCE TARGET   a reading, its event and the epoch's end a transaction, then as long a pause as in
 *                                `kiosk bench saves`; prints milliseconds, one a line
 *   commit batches SOURCE TARGET   events only, 100 a transaction; prints the milliseconds of all together */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { batch = 100 };
static const struct timespec between = {0, 2000000};

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void check(sqlite3 *database, int code) {
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
    fprintf(stderr, "commit: %s\n", sqlite3_errmsg(database));
    exit(70);
}

static void run(sqlite3 *database, const char *sql) { check(database, sqlite3_exec(database, sql, NULL, NULL, NULL)); }

static sqlite3_stmt *prepare(sqlite3 *database, const char *sql) {
    sqlite3_stmt *statement;
    check(database, sqlite3_prepare_v2(database, sql, -1, &statement, NULL));
    return statement;
}

/* Tables, indexes and triggers, as the kiosk has made them. */
static void copy_schema(sqlite3 *source, sqlite3 *target) {
    sqlite3_stmt *made = prepare(
        source, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid");
    while (sqlite3_step(made) == SQLITE_ROW) run(target, (const char *)sqlite3_column_text(made, 0));
    sqlite3_finalize(made);
}

static sqlite3_stmt *select_rows(sqlite3 *source, const char *table) {
    char sql[200];
    /* The person's own events came first; what is compared are readings and their events. */
    snprintf(sql, sizeof sql, strcmp(table, "event") == 0
        ? "SELECT * FROM event WHERE type = 'reading.saved' ORDER BY row" : "SELECT * FROM %s ORDER BY 1", table);
    return prepare(source, sql);
}

static sqlite3_stmt *insert_like(sqlite3 *target, sqlite3_stmt *rows, const char *table) {
    char sql[500];
    int end = snprintf(sql, sizeof sql, "INSERT INTO %s VALUES (?", table);
    for (int column = 1; column < sqlite3_column_count(rows); column++)
        end += snprintf(sql + end, sizeof sql - end, ", ?");
    snprintf(sql + end, sizeof sql - end, ")");
    return prepare(target, sql);
}

/* Takes one row over; 0 when there is none left. */
static int fetch(sqlite3 *source, sqlite3_stmt *rows, sqlite3_stmt *insert) {
    int code = sqlite3_step(rows);
    check(source, code);
    if (code != SQLITE_ROW) return 0;
    for (int column = 0; column < sqlite3_column_count(rows); column++)
        sqlite3_bind_value(insert, column + 1, sqlite3_column_value(rows, column));
    return 1;
}

static void store(sqlite3 *target, sqlite3_stmt *insert) {
    check(target, sqlite3_step(insert));
    check(target, sqlite3_reset(insert));
}

/* The epoch's row tells the last event; the kiosk rewrites it with each. */
static void move_end(sqlite3 *target, sqlite3_stmt *end, sqlite3_stmt *events) {
    enum { epoch = 2, sequence = 3, hash = 7 };
    sqlite3_bind_value(end, 1, sqlite3_column_value(events, sequence));
    sqlite3_bind_value(end, 2, sqlite3_column_value(events, hash));
    sqlite3_bind_value(end, 3, sqlite3_column_value(events, epoch));
    store(target, end);
}

static void pairs(sqlite3 *source, sqlite3 *target) {
    sqlite3_stmt *readings = select_rows(source, "reading"), *events = select_rows(source, "event");
    sqlite3_stmt *reading = insert_like(target, readings, "reading"), *event = insert_like(target, events, "event");
    sqlite3_stmt *epoch = select_rows(source, "epoch"), *first = insert_like(target, epoch, "epoch");
    while (fetch(source, epoch, first)) store(target, first);
    sqlite3_stmt *end = prepare(target, "UPDATE epoch SET lastSequence = ?, lastHash = ? WHERE id = ?");
    while (fetch(source, readings, reading) && fetch(source, events, event)) {
        double start = now();
        run(target, "BEGIN IMMEDIATE");
        store(target, reading);
        store(target, event);
        move_end(target, end, events);
        run(target, "COMMIT");
        printf("%.4f\n", now() - start);
        nanosleep(&between, NULL);
    }
}

static void batches(sqlite3 *source, sqlite3 *target) {
    sqlite3_stmt *events = select_rows(source, "event"), *event = insert_like(target, events, "event");
    double start = now();
    for (int more = 1; more;) {
        run(target, "BEGIN IMMEDIATE");
        for (int count = 0; count < batch && (more = fetch(source, events, event)); count++) store(target, event);
        run(target, "COMMIT");
    }
    printf("%.4f\n", now() - start);
}

int main(int count, char **arguments) {
    if (count != 4 || (strcmp(arguments[1], "pairs") != 0 && strcmp(arguments[1], "batches") != 0)) {
        fprintf(stderr, "usage: commit pairs|batches SOURCE TARGET\n");
        return 64;
    }
    sqlite3 *source, *target;
    check(NULL, sqlite3_open_v2(arguments[2], &source, SQLITE_OPEN_READWRITE, NULL));
    check(NULL, sqlite3_open(arguments[3], &target));
    run(target, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    run(target, "PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON");
    copy_schema(source, target);
    if (strcmp(arguments[1], "pairs") == 0) pairs(source, target); else batches(source, target);
    return 0;
}
