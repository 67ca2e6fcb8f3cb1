package dev.evergreen.domain.network;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The addresses of one network, as RFC 4632 writes it: {@code 10.1.0.0/16}. */
final class AddressRange {
    private final byte[] network;
    private final int bits;

    private AddressRange(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /** @throws IllegalArgumentException when the text is no network */
    static AddressRange of(String text) {
        String[] parts = text.strip().split("/", -1);
        // Only literals: a name would be looked up.
        if (parts.length == 2
                && parts[0].matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")
                && parts[1].matches("\\d{1,3}")) {
            try {
                byte[] network = InetAddress.getByName(parts[0]).getAddress();
                int bits = Integer.parseInt(parts[1]);
                if (bits <= network.length * Byte.SIZE) {
                    return new AddressRange(network, bits);
                }
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(broken(text), e);
            }
        }
        throw new IllegalArgumentException(broken(text));
    }

    private static String broken(String text) {
        return "'" + text.strip() + "' is no network; write one such as 10.1.0.0/16 or fd12::/16";
    }

    /** @param address 4 or 16 bytes */
    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += Byte.SIZE) {
            int mask = 0xff << Math.max(0, Byte.SIZE - (bits - bit));
            int at = bit / Byte.SIZE;
            if (((address[at] ^ network[at]) & mask & 0xff) != 0) {
                return false;
            }
        }
        return true;
    }
}
