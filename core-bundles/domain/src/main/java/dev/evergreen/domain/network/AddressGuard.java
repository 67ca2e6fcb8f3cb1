package dev.evergreen.domain.network;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tells public addresses from those of this machine, its networks and special uses. Ranges: IANA IPv4 and IPv6 Special-Purpose
 * Address Registries (RFC 6890), and IPv6 forms that carry an IPv4 address (RFC 4291 mapped and compatible, RFC 6052 NAT64, RFC 3056
 * 6to4, RFC 4380 Teredo), which are judged by it or refused.
 */
public final class AddressGuard {
    private static final List<AddressRange> REFUSED_4 = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4")
            .map(AddressRange::of)
            .toList();

    private static final int[] NAT64 = {0x00, 0x64, 0xff, 0x9b};

    private AddressGuard() {}

    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : address instanceof Inet6Address && isPublic6(bytes);
    }

    /**
     * What may be reached where the operator allows some networks besides the public ones.
     *
     * @param networks such as {@code 10.1.0.0/16} or {@code fd12::/16}
     * @throws IllegalArgumentException naming the one that is no network
     */
    public static Predicate<InetAddress> publicOr(Collection<String> networks) {
        List<AddressRange> allowed = networks.stream().map(AddressRange::of).toList();
        return address -> isPublic(address) || allowed.stream().anyMatch(range -> range.contains(address.getAddress()));
    }

    private static boolean isPublic4(byte[] bytes) {
        return REFUSED_4.stream().noneMatch(range -> range.contains(bytes));
    }

    private static boolean isPublic6(byte[] bytes) {
        boolean highIsZero = number(bytes, 0, 8) == 0 && number(bytes, 8, 2) == 0;
        if (highIsZero) {
            // Mapped (::ffff:a.b.c.d), compatible (::a.b.c.d), loopback and unspecified.
            return number(bytes, 10, 2) == 0xffff && isPublic4(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (startsWith(bytes, NAT64)) {
            // The well-known prefix 64:ff9b::/96 carries the address at its end; local-use 64:ff9b:1::/48 is private.
            return number(bytes, 4, 8) == 0 && isPublic4(Arrays.copyOfRange(bytes, 12, 16));
        }
        int first = (int) number(bytes, 0, 2);
        int second = (int) number(bytes, 2, 2);
        if (first == 0x2002) {
            return isPublic4(Arrays.copyOfRange(bytes, 2, 6));
        }
        // Protocol assignments with Teredo and ORCHID (2001::/23), documentation (2001:db8::/32, 3fff::/20).
        boolean special =
                first == 0x2001 && (second < 0x0200 || second == 0x0db8) || first == 0x3fff && second < 0x1000;
        // Only 2000::/3 is global unicast; this leaves out unique local, link local, site local and multicast
        // addresses.
        return (first & 0xe000) == 0x2000 && !special;
    }

    private static boolean startsWith(byte[] bytes, int[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static long number(byte[] bytes, int from, int length) {
        long value = 0;
        for (int i = from; i < from + length; i++) {
            value = value << 8 | bytes[i] & 0xff;
        }
        return value;
    }
}
