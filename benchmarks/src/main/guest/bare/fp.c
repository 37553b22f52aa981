// SPDX-License-Identifier: Apache-2.0
// Floating point and vectors. Compiled without contraction and without reassociation, so IEEE 754 fixes every bit.
#include "guest.h"
#include <arm_neon.h>

static u64 bits(double value) {
    u64 result;
    __builtin_memcpy(&result, &value, sizeof result);
    return result;
}

#define BODIES 5
struct body {
    double x, y, z, vx, vy, vz, mass;
};
static struct body bodies[BODIES];

static double fraction(u32 *state) {
    return (double)(next_random(state) & 0xffffff) / 16777216.0;
}

// Scalar double precision: products, sums, square roots, divisions that depend on each other.
static u64 nbody(void) {
    u32 state = 42;
    for (int i = 0; i < BODIES; i++) {
        bodies[i] = (struct body){fraction(&state) * 10 + i * 7, fraction(&state) * 10, fraction(&state) * 3,
            fraction(&state) - 0.5, fraction(&state) - 0.5, fraction(&state) - 0.5, 1 + fraction(&state)};
    }
    for (int step = 0; step < 14000; step++) {
        for (int i = 0; i < BODIES; i++) {
            struct body *a = &bodies[i];
            for (int j = i + 1; j < BODIES; j++) {
                struct body *b = &bodies[j];
                double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
                double square = dx * dx + dy * dy + dz * dz + 0.01;
                double strength = 0.001 / (square * __builtin_sqrt(square));
                a->vx -= dx * b->mass * strength, a->vy -= dy * b->mass * strength, a->vz -= dz * b->mass * strength;
                b->vx += dx * a->mass * strength, b->vy += dy * a->mass * strength, b->vz += dz * a->mass * strength;
            }
        }
        for (int i = 0; i < BODIES; i++) {
            struct body *a = &bodies[i];
            a->x += 0.001 * a->vx, a->y += 0.001 * a->vy, a->z += 0.001 * a->vz;
        }
    }
    u64 sum = 0;
    for (int i = 0; i < BODIES; i++) sum = mixed(mixed(sum, bits(bodies[i].x)), bits(bodies[i].vy));
    return sum;
}

#define SIDE 64
static float a[SIDE * SIDE], b[SIDE * SIDE], c[SIDE * SIDE];

static void prepare_matmul(void) {
    u32 state = 8;
    for (int i = 0; i < SIDE * SIDE; i++) {
        a[i] = (float)(next_random(&state) & 0xffff) / 65536.0f - 0.5f;
        b[i] = (float)(next_random(&state) & 0xffff) / 65536.0f - 0.5f;
    }
}

// Single precision vectors with fused multiply and add, as a BLAS does it.
static u64 matmul(void) {
    u64 sum = 0;
    for (int round = 0; round < 12; round++) {
        for (int i = 0; i < SIDE; i++) {
            for (int j = 0; j < SIDE; j += 16) {
                float32x4_t r0 = vdupq_n_f32(0), r1 = r0, r2 = r0, r3 = r0;
                for (int k = 0; k < SIDE; k++) {
                    float32x4_t factor = vdupq_n_f32(a[i * SIDE + k]);
                    const float *row = b + k * SIDE + j;
                    r0 = vfmaq_f32(r0, factor, vld1q_f32(row));
                    r1 = vfmaq_f32(r1, factor, vld1q_f32(row + 4));
                    r2 = vfmaq_f32(r2, factor, vld1q_f32(row + 8));
                    r3 = vfmaq_f32(r3, factor, vld1q_f32(row + 12));
                }
                float *to = c + i * SIDE + j;
                vst1q_f32(to, r0);
                vst1q_f32(to + 4, r1);
                vst1q_f32(to + 8, r2);
                vst1q_f32(to + 12, r3);
            }
        }
        for (int i = 0; i < SIDE * SIDE; i += 97) sum = mixed(sum, bits(c[i]));
    }
    return sum;
}

// Comparisons of floating point that decide branches; products and sums in registers alone.
static u64 mandelbrot(void) {
    u64 sum = 0;
    for (int row = 0; row < 64; row++) {
        for (int column = 0; column < 64; column++) {
            double cx = column * (3.0 / 64) - 2.2, cy = row * (2.4 / 64) - 1.2, x = 0, y = 0;
            u32 steps = 0;
            while (steps < 500) {
                double xx = x * x, yy = y * y;
                if (xx + yy > 4.0) break;
                y = 2 * x * y + cy;
                x = xx - yy + cx;
                steps++;
            }
            sum = mixed(sum, steps);
        }
    }
    return sum;
}

#define PIXELS 16384
static u8 front[PIXELS], back[PIXELS], cover[PIXELS], blended[PIXELS];

static void prepare_neon(void) {
    u32 state = 21;
    for (u32 i = 0; i < PIXELS; i++) {
        u32 value = next_random(&state);
        front[i] = (u8)value, back[i] = (u8)(value >> 8), cover[i] = (u8)(value >> 16);
    }
}

// Integer vectors as media code has them: widening products, rounding narrowing shifts, absolute differences, sums of pairs.
static u64 neon(void) {
    u64 sum = 0;
    for (int round = 0; round < 40; round++) {
        uint32x4_t difference = vdupq_n_u32(0);
        for (u32 i = 0; i < PIXELS; i += 16) {
            uint8x16_t f = vld1q_u8(front + i), g = vld1q_u8(back + i), m = vld1q_u8(cover + i), n = vmvnq_u8(m);
            uint16x8_t low = vmlal_u8(vmull_u8(vget_low_u8(f), vget_low_u8(m)), vget_low_u8(g), vget_low_u8(n));
            uint16x8_t high = vmlal_u8(vmull_u8(vget_high_u8(f), vget_high_u8(m)), vget_high_u8(g), vget_high_u8(n));
            uint8x16_t result = vcombine_u8(vrshrn_n_u16(low, 8), vrshrn_n_u16(high, 8));
            vst1q_u8(blended + i, result);
            difference = vpadalq_u16(difference, vpaddlq_u8(vabdq_u8(result, g)));
        }
        sum = mixed(sum, vaddvq_u32(difference));
    }
    for (u32 i = 0; i < PIXELS; i += 61) sum = mixed(sum, blended[i]);
    return sum;
}

void fp_kernels(void) {
    measure("nbody", 0, nbody, 18);
    measure("matmul", prepare_matmul, matmul, 16);
    measure("mandelbrot", 0, mandelbrot, 20);
    measure("neon", prepare_neon, neon, 150);
}
