package licencehub.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A TCP line to a real server that can be made to fail in each way lines do. */
public final class FaultyLine implements AutoCloseable {
  private static final long SLOW_NANOS = 200_000_000L;
  private static final int SLOW_BYTES = 512;

  private final int port;
  private final InetSocketAddress target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Fault fault = Fault.NONE;
  private @Nullable ServerSocket server;

  /** How a line fails. */
  public enum Fault {
    /** It does not. */
    NONE,
    /** Nobody listens: connections are refused, those there are end. */
    REFUSED,
    /** Connections are taken and reset, those there are too. */
    RESET,
    /** What is sent is swallowed; nothing ever comes back, and nothing ends. */
    BLACK_HOLE,
    /** It gets through, half a kilobyte each fifth of a second. */
    SLOW
  }

  /** Leads to the server at an address, without a fault. */
  public FaultyLine(InetSocketAddress target) {
    this.target = target;
    this.port = listen(0);
  }

  public static FaultyLine to(URI address) {
    return new FaultyLine(new InetSocketAddress(address.getHost(), address.getPort()));
  }

  public int port() {
    return port;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** From now on, for connections there are and new ones. */
  public void fail(Fault now) {
    boolean listened = fault != Fault.REFUSED;
    fault = now;
    if (now == Fault.REFUSED && listened) {
      stopListening();
    } else if (now != Fault.REFUSED && !listened) {
      listen(port);
    }
    if (now != Fault.SLOW) {
      // Also when it mends: what was swallowed is gone, and a half-heard connection is of no use.
      sockets.forEach(now == Fault.BLACK_HOLE ? it -> {} : FaultyLine::reset);
    }
  }

  @Override
  public void close() {
    stopListening();
    sockets.forEach(FaultyLine::reset);
  }

  private int listen(int wanted) {
    try {
      ServerSocket listening = new ServerSocket();
      listening.setReuseAddress(true);
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      server = listening;
      Thread.ofPlatform().daemon().name("faulty-line").start(() -> accept(listening));
      return listening.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stopListening() {
    try {
      if (server != null) {
        server.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        connect(listening.accept());
      } catch (IOException e) {
        // Closed, or the server behind is away: whoever connects next is told.
      }
    }
  }

  private void connect(Socket near) throws IOException {
    if (fault == Fault.RESET || fault == Fault.REFUSED) {
      reset(near);
      return;
    }
    Socket far = new Socket();
    sockets.add(near);
    sockets.add(far);
    try {
      far.connect(target);
    } catch (IOException e) {
      reset(near);
      throw e;
    }
    Thread.ofPlatform().daemon().start(() -> pump(near, far));
    Thread.ofPlatform().daemon().start(() -> pump(far, near));
  }

  private void pump(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] piece = new byte[8192];
      int length = in.read(piece, 0, room(piece));
      while (length >= 0) {
        if (fault != Fault.BLACK_HOLE) {
          out.write(piece, 0, length);
          out.flush();
        }
        length = in.read(piece, 0, room(piece));
      }
    } catch (IOException e) {
      reset(to);
    } finally {
      sockets.remove(from);
    }
  }

  private int room(byte[] piece) {
    if (fault == Fault.SLOW) {
      LockSupport.parkNanos(SLOW_NANOS);
      return SLOW_BYTES;
    }
    return piece.length;
  }

  private static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // It is closed already, which is what was wanted.
    }
  }
}
