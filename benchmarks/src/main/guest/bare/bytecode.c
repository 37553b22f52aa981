// SPDX-License-Identifier: Apache-2.0
// An interpreter in the guest: one indirect branch from one place to many, where a predictor of branches has a hard time and a
// translator's inline cache misses. Its program is a sieve and the lengths of Collatz sequences.
#include "guest.h"

enum operation { SET, MOVE, ADD, SUBTRACT, MULTIPLY, AND, SHIFT, LOAD, STORE, LESS, ZERO, JUMP, CALL, RETURN, STOP };

struct instruction {
    u8 operation, a, b;
    short c;
};

#define LONGEST 64
#define CELLS 4096
#define LIMIT 2048
#define COLLATZ 700

static struct instruction program[LONGEST];
static u32 length;
static u8 cells[CELLS];

static u32 emit(enum operation operation, u8 a, u8 b, int c) {
    program[length].operation = (u8)operation;
    program[length].a = a;
    program[length].b = b;
    program[length].c = (short)c;
    return length++;
}

// Registers: 0 result, 1 the number, 2 inner, 3 and 4 scratch, 5 one, 6 limit, 7 zero, 8 three.
void prepare_bytecode(void) {
    length = 0;
    emit(SET, 0, 0, 0);
    emit(SET, 5, 0, 1);
    emit(SET, 6, 0, LIMIT);
    emit(SET, 7, 0, 0);
    emit(SET, 8, 0, 3);
    // All cells 0.
    emit(SET, 1, 0, 0);
    u32 clear = emit(STORE, 7, 1, 0);
    emit(ADD, 1, 1, 5);
    emit(LESS, 1, 6, (int)clear);
    // Cells of composites 1; the result counts primes.
    emit(SET, 1, 0, 2);
    u32 sieve = emit(LOAD, 3, 1, 0);
    u32 is_prime = emit(ZERO, 3, 0, 0);
    u32 is_composite = emit(JUMP, 0, 0, 0);
    program[is_prime].c = (short)emit(ADD, 0, 0, 5);
    emit(ADD, 2, 1, 1);
    u32 strike = emit(LESS, 2, 6, 0);
    u32 struck = emit(JUMP, 0, 0, 0);
    program[strike].c = (short)emit(STORE, 5, 2, 0);
    emit(ADD, 2, 2, 1);
    emit(JUMP, 0, 0, (int)strike);
    program[struck].c = program[is_composite].c = (short)emit(ADD, 1, 1, 5);
    emit(LESS, 1, 6, (int)sieve);
    // And the steps of each number's sequence, by a function.
    emit(SET, 1, 0, 1);
    emit(SET, 6, 0, COLLATZ);
    u32 number = emit(MOVE, 2, 1, 0);
    u32 call = emit(CALL, 0, 0, 0);
    emit(ADD, 1, 1, 5);
    emit(LESS, 1, 6, (int)number);
    emit(STOP, 0, 0, 0);
    u32 step = emit(SUBTRACT, 3, 2, 5);
    program[call].c = (short)step;
    u32 finished = emit(ZERO, 3, 0, 0);
    emit(ADD, 0, 0, 5);
    emit(AND, 3, 2, 5);
    u32 even = emit(ZERO, 3, 0, 0);
    emit(MULTIPLY, 2, 2, 8);
    emit(ADD, 2, 2, 5);
    emit(JUMP, 0, 0, (int)step);
    program[even].c = (short)emit(SHIFT, 2, 2, 1);
    emit(JUMP, 0, 0, (int)step);
    program[finished].c = (short)emit(RETURN, 0, 0, 0);
}

NOINLINE static u64 interpret(void) {
    u64 r[16] = {0};
    const struct instruction *stack[16];
    u32 depth = 0;
    const struct instruction *at = program;
    for (;;) {
        const struct instruction *i = at++;
        switch ((enum operation)i->operation) {
            case SET: r[i->a] = (u64)i->c; break;
            case MOVE: r[i->a] = r[i->b]; break;
            case ADD: r[i->a] = r[i->b] + r[i->c]; break;
            case SUBTRACT: r[i->a] = r[i->b] - r[i->c]; break;
            case MULTIPLY: r[i->a] = r[i->b] * r[i->c]; break;
            case AND: r[i->a] = r[i->b] & r[i->c]; break;
            case SHIFT: r[i->a] = r[i->b] >> i->c; break;
            case LOAD: r[i->a] = cells[r[i->b] & (CELLS - 1)]; break;
            case STORE: cells[r[i->b] & (CELLS - 1)] = (u8)r[i->a]; break;
            case LESS: if (r[i->a] < r[i->b]) at = program + i->c; break;
            case ZERO: if (r[i->a] == 0) at = program + i->c; break;
            case JUMP: at = program + i->c; break;
            case CALL: stack[depth++ & 15] = at; at = program + i->c; break;
            case RETURN: at = stack[--depth & 15]; break;
            case STOP: return r[0];
        }
    }
}

u64 bytecode(void) {
    u64 sum = 0;
    for (int i = 0; i < 3; i++) sum += interpret();
    return sum;
}
