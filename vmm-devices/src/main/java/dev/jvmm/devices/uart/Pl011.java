// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.devices.uart;

import static dev.jvmm.devices.uart.Pl011Registers.*;

import dev.jvmm.core.irq.IrqLine;
import dev.jvmm.devices.amba.PrimeCell;
import dev.jvmm.devices.backend.serial.SerialBackend;
import dev.jvmm.devices.backend.serial.SerialListener;

/**
 * Arm PrimeCell UART (PL011), DDI 0183 r1p5: 32-deep FIFOs, one combined interrupt.
 *
 * <p>The line to the host is infinitely fast and never corrupts: a character leaves the transmit FIFO the moment the
 * host has room for it, and waits there while it has none (FR.TXFF, no transmit interrupt). Input waits on the host's side
 * until the receiver is enabled and its FIFO has room. The receive timeout of section 2.4.2 elapses as soon as the host has no
 * more input.
 *
 * <p>Departures, each because guests rely on it: the transmitter sends whether or not CR enables it (early consoles do not
 * enable it); the transmit interrupt is raised whenever a character leaves the FIFO at or below its trigger level, not
 * only when the level is crossed (an infinitely fast line hardly ever fills the FIFO); CTS, DSR and DCD are asserted.
 */
public final class Pl011 extends PrimeCell implements SerialListener {
    private static final int MODEM_CONNECTED = FR_CTS | FR_DSR | FR_DCD;

    private final SerialBackend backend;

    // All state is guarded by the lock.
    private final short[] receiveFifo = new short[FIFO_DEPTH];
    private int receiveHead;
    private int receiveCount;
    private boolean overrun;
    private final byte[] transmitFifo = new byte[FIFO_DEPTH];
    private int transmitHead;
    private int transmitCount;
    private final byte[] scratch = new byte[FIFO_DEPTH];
    private long lostCharacters;

    private int receiveStatus;
    private int ilpr;
    private int ibrd;
    private int fbrd;
    private int lcrH;
    private int cr;
    private int ifls;
    private int imsc;
    private int ris;
    private int dmacr;
    private int modemInputs;

    /** A UART whose line ends in {@code backend}; the backend serves this device alone. */
    public Pl011(IrqLine irq, SerialBackend backend) {
        super(irq, PERIPHERAL_ID);
        this.backend = backend;
        reset();
        backend.connect(this);
    }

    /** Characters the guest wrote into a full FIFO; the architected loss, which a driver avoids by reading FR. */
    public long lostCharacters() {
        synchronized (lock) {
            return lostCharacters;
        }
    }

    @Override
    public void inputAvailable() {
        synchronized (lock) {
            fillReceiveFifo();
            updateInterrupt();
        }
    }

    @Override
    public void outputRoom() {
        synchronized (lock) {
            drainTransmitFifo();
            updateInterrupt();
        }
    }

    @Override
    protected void resetRegisters() {
        receiveHead = 0;
        receiveCount = 0;
        overrun = false;
        // Characters in the transmit FIFO have been sent as far as the guest knows: they still go out.
        receiveStatus = 0;
        ilpr = 0;
        ibrd = 0;
        fbrd = 0;
        lcrH = 0;
        cr = CR_RESET;
        ifls = IFLS_RESET;
        imsc = 0;
        ris = 0;
        dmacr = 0;
        modemInputs = MODEM_CONNECTED;
    }

    @Override
    protected int readRegister(int offset) {
        return switch (offset) {
            case DR -> readData();
            case RSR_ECR -> receiveStatus;
            case FR -> flags();
            case ILPR -> ilpr;
            case IBRD -> ibrd;
            case FBRD -> fbrd;
            case LCR_H -> lcrH;
            case CR -> cr;
            case IFLS -> ifls;
            case IMSC -> imsc;
            case RIS -> ris;
            case MIS -> ris & imsc;
            case DMACR -> dmacr;
            default -> 0;
        };
    }

    @Override
    protected void writeRegister(int offset, int value) {
        switch (offset) {
            case DR -> transmit((byte) value);
            case RSR_ECR -> receiveStatus = 0;
            case ILPR -> ilpr = value & ILPR_MASK;
            case IBRD -> ibrd = value & IBRD_MASK;
            case FBRD -> fbrd = value & FBRD_MASK;
            case LCR_H -> writeLineControl(value & LCR_H_MASK);
            case CR -> writeControl(value & CR_MASK);
            case IFLS -> ifls = value & IFLS_MASK;
            case IMSC -> imsc = value & INT_MASK;
            case ICR -> ris &= ~value;
            case DMACR -> dmacr = value & DMACR_MASK;
            default -> {}
        }
    }

    @Override
    protected boolean interruptPending() {
        return (ris & imsc) != 0;
    }

    private int flags() {
        int flags = modemInputs;
        if (transmitCount == 0) {
            flags |= FR_TXFE;
        } else {
            flags |= FR_BUSY;
        }
        if (transmitCount >= depth()) {
            flags |= FR_TXFF;
        }
        if (receiveCount == 0) {
            flags |= FR_RXFE;
        }
        if (receiveCount >= depth()) {
            flags |= FR_RXFF;
        }
        return flags;
    }

    private int readData() {
        if (receiveCount == 0) {
            return 0;
        }
        int entry = receiveFifo[receiveHead] & 0x7FF;
        receiveHead = (receiveHead + 1) % FIFO_DEPTH;
        receiveCount--;
        if (overrun) {
            entry |= DR_OE;
        }
        receiveStatus = (receiveStatus & RSR_OE) | (entry >>> RSR_SHIFT);
        if (receiveCount < receiveTrigger()) {
            ris &= ~INT_RX;
        }
        if (receiveCount == 0) {
            ris &= ~INT_RT;
        }
        fillReceiveFifo();
        return entry;
    }

    private void writeLineControl(int value) {
        int changed = lcrH ^ value;
        lcrH = value;
        if ((changed & LCR_H_FEN) != 0) {
            // The FIFO becomes a one-character holding register or the reverse; what it held is gone (section 3.3.7).
            receiveCount = 0;
            ris &= ~(INT_RX | INT_RT);
        }
        if ((changed & value & LCR_H_BRK) != 0 && loopback()) {
            receive(DR_BE);
        }
        fillReceiveFifo();
    }

    private void writeControl(int value) {
        cr = value;
        int inputs = MODEM_CONNECTED;
        if (loopback()) {
            inputs = ((value & CR_RTS) != 0 ? FR_CTS : 0)
                    | ((value & CR_DTR) != 0 ? FR_DSR : 0)
                    | ((value & CR_OUT1) != 0 ? FR_DCD : 0)
                    | ((value & CR_OUT2) != 0 ? FR_RI : 0);
        }
        int changed = modemInputs ^ inputs;
        modemInputs = inputs;
        ris |= ((changed & FR_CTS) != 0 ? INT_CTS : 0)
                | ((changed & FR_DSR) != 0 ? INT_DSR : 0)
                | ((changed & FR_DCD) != 0 ? INT_DCD : 0)
                | ((changed & FR_RI) != 0 ? INT_RI : 0);
        fillReceiveFifo();
    }

    private void transmit(byte character) {
        if (loopback()) {
            receive(character & 0xFF);
            transmitted();
            return;
        }
        if (transmitCount >= depth()) {
            drainTransmitFifo();
        }
        if (transmitCount >= depth()) {
            lostCharacters++;
            return;
        }
        transmitFifo[(transmitHead + transmitCount) % FIFO_DEPTH] = character;
        transmitCount++;
        if (transmitCount > transmitTrigger()) {
            ris &= ~INT_TX;
        }
        drainTransmitFifo();
    }

    private void drainTransmitFifo() {
        boolean sent = false;
        while (transmitCount > 0) {
            int run = Math.min(transmitCount, FIFO_DEPTH - transmitHead);
            int taken = backend.transmit(transmitFifo, transmitHead, run);
            if (taken == 0) {
                break;
            }
            sent = true;
            transmitHead = (transmitHead + taken) % FIFO_DEPTH;
            transmitCount -= taken;
        }
        if (sent) {
            transmitted();
        }
    }

    private void transmitted() {
        if (transmitCount <= transmitTrigger()) {
            ris |= INT_TX;
        }
    }

    private void fillReceiveFifo() {
        if (loopback() || (cr & CR_UARTEN) == 0 || (cr & CR_RXE) == 0) {
            return;
        }
        int room = depth() - receiveCount;
        boolean idle = false;
        if (room > 0) {
            int got = backend.receive(scratch, 0, room);
            for (int i = 0; i < got; i++) {
                receive(scratch[i] & 0xFF);
            }
            idle = got < room;
        }
        if (idle) {
            receiveTimeout();
        }
    }

    /** A character, its error bits above it, arrives at the receiver. */
    private void receive(int entry) {
        if (receiveCount >= depth()) {
            overrun = true;
            receiveStatus |= RSR_OE;
            ris |= INT_OE;
            return;
        }
        overrun = false;
        receiveFifo[(receiveHead + receiveCount) % FIFO_DEPTH] = (short) entry;
        receiveCount++;
        ris |= ((entry & DR_BE) != 0 ? INT_BE : 0)
                | ((entry & DR_PE) != 0 ? INT_PE : 0)
                | ((entry & DR_FE) != 0 ? INT_FE : 0);
        if (receiveCount >= receiveTrigger()) {
            ris |= INT_RX;
        }
        if (loopback()) {
            receiveTimeout();
        }
    }

    private void receiveTimeout() {
        if (receiveCount > 0 && (lcrH & LCR_H_FEN) != 0) {
            ris |= INT_RT;
        }
    }

    private boolean loopback() {
        return (cr & CR_LBE) != 0;
    }

    private int depth() {
        return (lcrH & LCR_H_FEN) != 0 ? FIFO_DEPTH : 1;
    }

    private int receiveTrigger() {
        return (lcrH & LCR_H_FEN) == 0 ? 1 : trigger(ifls >>> IFLS_RX_SHIFT);
    }

    /** The level at or below which the transmit interrupt is raised: an empty holding register without FIFOs. */
    private int transmitTrigger() {
        return (lcrH & LCR_H_FEN) == 0 ? 0 : trigger(ifls & IFLS_TX_MASK);
    }

    /** Characters at a level of IFLS: 1/8, 1/4, 1/2, 3/4 and 7/8 of the FIFO; the reserved ones mean 7/8. */
    private static int trigger(int select) {
        return switch (select) {
            case 0 -> FIFO_DEPTH / 8;
            case 1 -> FIFO_DEPTH / 4;
            case 2 -> FIFO_DEPTH / 2;
            case 3 -> FIFO_DEPTH * 3 / 4;
            default -> FIFO_DEPTH * 7 / 8;
        };
    }
}
