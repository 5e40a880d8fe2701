package hanji.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A line between browser and program on the loopback address, which can be cut and mended.
final class Line implements AutoCloseable {

    private final ServerSocket door;
    private final int to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private Line(ServerSocket door, int to) {
        this.door = door;
        this.to = to;
    }

    static Line to(Served served) throws IOException {
        Line line =
                new Line(
                        new ServerSocket(
                                0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})),
                        URI.create(served.address()).getPort());
        Thread.ofVirtual().start(line::accept);
        return line;
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /// Drops every connection, and every new one until [#mend].
    void cut() {
        cut = true;
        try {
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket browser = door.accept();
                Thread.ofVirtual().start(() -> connect(browser));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void connect(Socket browser) {
        try (browser;
                Socket program =
                        new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), to)) {
            open.add(browser);
            open.add(program);
            if (cut) {
                return;
            }
            Thread back = Thread.ofVirtual().start(() -> pass(program, browser));
            pass(browser, program);
            back.join();
        } catch (IOException _) {
            // cut
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(browser);
        }
    }

    /// Until either end closes; then both do.
    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException _) {
            // cut
        } finally {
            open.remove(from);
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        door.close();
    }
}
