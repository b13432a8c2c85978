package licencehub.model.lines;

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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A TCP line to a real server that can be made to fail in each way lines do. */
public final class FaultyLine implements AutoCloseable {
  private static final long LATENCY_NANOS = 150_000_000L;
  private static final long TRICKLE_NANOS = 50_000_000L;
  private static final int TRICKLE_BYTES = 512;

  private final int port = FreePort.find();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turns = new AtomicInteger();
  private volatile Fault fault = Fault.NONE;
  private volatile @Nullable InetSocketAddress target;
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
    /** Each piece of it arrives late, by a sixth of a second each way. */
    LATENCY,
    /** It gets through drop by drop, ten kilobytes a second each way. */
    TRICKLE
  }

  /** Has a port already; {@link #leadTo} says where to. */
  public FaultyLine() {
    listen();
  }

  /** Leads to the server at an address, without a fault. */
  public static FaultyLine to(URI address) {
    return to(address.getHost(), address.getPort());
  }

  /** The same, for an address without a scheme. */
  public static FaultyLine to(String host, int port) {
    FaultyLine line = new FaultyLine();
    line.target = new InetSocketAddress(host, port);
    return line;
  }

  /** From now on, to a port of this machine. */
  public void leadTo(int near) {
    target = new InetSocketAddress(InetAddress.getLoopbackAddress(), near);
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
      listen();
    }
    if (now != Fault.LATENCY && now != Fault.TRICKLE) {
      // Also when it mends: what was swallowed is gone, and a half-heard connection is of no use.
      sockets.forEach(now == Fault.BLACK_HOLE ? it -> {} : FaultyLine::reset);
    }
  }

  /** How often somebody at this end spoke after the server had, in all connections. */
  public int turns() {
    return turns.get();
  }

  @Override
  public void close() {
    stopListening();
    sockets.forEach(FaultyLine::reset);
  }

  private void listen() {
    try {
      ServerSocket listening = new ServerSocket();
      listening.setReuseAddress(true);
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      server = listening;
      Thread.ofPlatform().daemon().name("faulty-line").start(() -> accept(listening));
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
    InetSocketAddress to = target;
    if (to == null || fault == Fault.RESET || fault == Fault.REFUSED) {
      reset(near);
      return;
    }
    Socket far = new Socket();
    sockets.add(near);
    sockets.add(far);
    try {
      far.connect(to);
    } catch (IOException e) {
      reset(near);
      throw e;
    }
    AtomicBoolean answered = new AtomicBoolean(true);
    Thread.ofPlatform().daemon().start(() -> pump(near, far, () -> spoke(answered)));
    Thread.ofPlatform().daemon().start(() -> pump(far, near, () -> answered.set(true)));
  }

  private void spoke(AtomicBoolean answered) {
    if (answered.getAndSet(false)) {
      turns.incrementAndGet();
    }
  }

  private void pump(Socket from, Socket to, Runnable passing) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] piece = new byte[8192];
      int length = in.read(piece, 0, room(piece));
      while (length >= 0) {
        if (delayed()) {
          passing.run();
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

  /** Whether what was read is to go on. */
  private boolean delayed() {
    if (fault == Fault.LATENCY) {
      LockSupport.parkNanos(LATENCY_NANOS);
    } else if (fault == Fault.TRICKLE) {
      LockSupport.parkNanos(TRICKLE_NANOS);
    }
    return fault != Fault.BLACK_HOLE;
  }

  private int room(byte[] piece) {
    return fault == Fault.TRICKLE ? TRICKLE_BYTES : piece.length;
  }

  private static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // It is closed already, which is what was wanted.
    }
  }
}
