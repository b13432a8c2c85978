package licencehub.hub.previews;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Workers that a hostile file has taken over, each in its own way. */
final class Misbehaving {
  private Misbehaving() {}

  /** Never ends, and answers nothing. */
  static final class Endless {
    private Endless() {}

    public static void main(String[] arguments) {
      while (true) {
        Thread.onSpinWait();
      }
    }
  }

  /** Takes all the memory there is. */
  static final class Greedy {
    private Greedy() {}

    public static void main(String[] arguments) {
      List<byte[]> all = new ArrayList<>();
      while (all.size() < 1 << 20) {
        all.add(new byte[1 << 20]);
      }
      System.err.println(all.size());
    }
  }

  /** Answers without end. */
  static final class Talkative {
    private Talkative() {}

    public static void main(String[] arguments) {
      byte[] piece = new byte[1 << 16];
      while (true) {
        System.out.write(piece, 0, piece.length);
      }
    }
  }

  /** Ends at once, as a crash of the machine below would. */
  static final class Broken {
    private Broken() {}

    public static void main(String[] arguments) {
      Runtime.getRuntime().halt(134);
    }
  }

  /** Answers with something that is no answer. */
  static final class Lying {
    private Lying() {}

    public static void main(String[] arguments) throws IOException {
      WorkOrder.read(new DataInputStream(System.in));
      byte[] answer = {1, 0, 0, 0, 1, 0, 0, 0, 0, 9, 'n', 'o', ' ', 'p', 'i', 'c', 't', 'u', 'r'};
      System.out.write(answer, 0, answer.length);
      System.out.flush();
    }
  }
}
