package dev.evergreen.domain.network;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.7",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b:1::8.8.8.8",
                "2002:7f00:1::",
                "2002:c0a8:101::1",
                "2001:db8::1",
                "2001::1",
                "2001:10::1",
                "100::1",
                "3fff::1",
                "4000::1"
            })
    void privateAndSpecialAddressesAreRefused(String address) throws UnknownHostException {
        assertFalse(AddressGuard.isPublic(InetAddress.getByName(address)), address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254"})
    void addressesMappedIntoVersionSixAreJudgedByWhatTheyCarry(String address) throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        System.arraycopy(InetAddress.getByName(address).getAddress(), 0, mapped, 12, 4);
        assertFalse(AddressGuard.isPublic(java.net.Inet6Address.getByAddress("", mapped, -1)), address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "172.15.255.255",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "2606:4700::1111",
                "2001:4860:4860::8888",
                "2a00:1450::1",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1"
            })
    void publicAddressesAreAllowed(String address) throws UnknownHostException {
        assertTrue(AddressGuard.isPublic(InetAddress.getByName(address)), address);
    }

    @Test
    void networksThatTheOperatorAllowsAreReached() throws UnknownHostException {
        Predicate<InetAddress> reachable = AddressGuard.publicOr(List.of("10.1.0.0/16", " fd12::/16", "127.0.0.1/32"));
        for (String address : List.of("10.1.2.3", "10.1.255.255", "127.0.0.1", "fd12:3456::1", "8.8.8.8")) {
            assertTrue(reachable.test(InetAddress.getByName(address)), address);
        }
        for (String address : List.of("10.2.0.1", "10.0.255.255", "127.0.0.2", "fd13::1", "::1", "192.168.1.1")) {
            assertFalse(reachable.test(InetAddress.getByName(address)), address);
        }
        assertTrue(AddressGuard.publicOr(List.of("0.0.0.0/0")).test(InetAddress.getByName("192.168.1.1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.0.0",
                "10.1.0.0/33",
                "10.1.0.0/-1",
                "example.org/8",
                "10.1/a",
                "",
                "fd12::/129",
                "1.2.3.4.5/8"
            })
    void whatIsNoNetworkIsNamed(String text) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> AddressGuard.publicOr(List.of(text)));
        assertTrue(String.valueOf(refused.getMessage()).contains("'" + text + "'"), refused.getMessage());
    }
}
