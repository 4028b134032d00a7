package planner.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "93.184.216.34", "2606:4700::1111", "172.32.0.1", "100.128.0.1", "64:ff9b::808:808"})
    void theOpenInternetIsPublic(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "127.0.0.1",
                "172.16.5.5",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "203.0.113.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "fc00::1",
                "fd00::1",
                "2001::1",
                "2001:db8::1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::808:808",
                "2002:7f00:1::",
                "2002:c0a8:101::"
            })
    void theInsideIsNotPublicInWhateverDress(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "fe80::1",
                "fd00:ec2::254",
                "fd20:ce::254",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::",
                "224.0.0.1",
                "ff02::1",
                "0.0.0.0"
            })
    void cloudSecretsAndLinkLocalAreNeverAllowedNotEvenInADemo(String address) {
        assertThat(PublicAddress.allows(InetAddress.ofLiteral(address), true)).isFalse();
        assertThat(PublicAddress.allows(InetAddress.ofLiteral(address), false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "192.168.1.1", "10.1.2.3", "fd12::1", "8.8.8.8"})
    void aDemoReachesItsOwnMachineAndNetwork(String address) {
        assertThat(PublicAddress.allows(InetAddress.ofLiteral(address), true)).isTrue();
    }
}
