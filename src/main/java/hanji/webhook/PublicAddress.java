package hanji.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Whether an address is one of the open internet. A receiver's name is whatever its owner says it
/// is: without this, Hanji would post into the network it stands in (SSRF).
///
/// The blocks are those that IANA's special-purpose registries (RFC 6890) do not call globally
/// reachable, and those that stand for an IPv4 address in another form.
public final class PublicAddress {

    private static final List<Block> NOT_IPV4 =
            blocks(
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
                    "224.0.0.0/3");

    /// Everything that may be public; loopback, mapped, local and multicast addresses are outside.
    private static final List<Block> IPV6 = blocks("2000::/3");

    private static final List<Block> NOT_IPV6 =
            blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddress() {}

    /// @param address an IPv4 address that is written as IPv6 (`::ffff:10.0.0.1`) is read as IPv4
    ///   by the JDK
    public static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? in(NOT_IPV4, bytes).isEmpty()
                : !in(IPV6, bytes).isEmpty() && in(NOT_IPV6, bytes).isEmpty();
    }

    private static List<Block> in(List<Block> blocks, byte[] address) {
        return blocks.stream().filter(block -> block.holds(address)).toList();
    }

    private static List<Block> blocks(String... cidrs) {
        return java.util.Arrays.stream(cidrs).map(Block::of).toList();
    }

    private record Block(byte[] start, int bits) {

        static Block of(String cidr) {
            int slash = cidr.indexOf('/');
            try {
                return new Block(
                        InetAddress.getByName(cidr.substring(0, slash)).getAddress(),
                        Integer.parseInt(cidr.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(cidr, e);
            }
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
