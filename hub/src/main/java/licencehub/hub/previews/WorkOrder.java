package licencehub.hub.previews;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a worker is told, over its standard input: nothing of it shows in a list of processes.
 *
 * @param file empty for a worker that is only asked for its font
 * @param page from 1
 * @param watermark empty for none
 * @param millis after which the worker ends itself, should nobody kill it
 */
record WorkOrder(String file, int page, String watermark, long millis) {
  static WorkOrder font(long millis) {
    return new WorkOrder("", 0, "", millis);
  }

  static WorkOrder page(Path file, int page, String watermark, long millis) {
    return new WorkOrder(file.toAbsolutePath().toString(), page, watermark, millis);
  }

  boolean isForFont() {
    return file.isEmpty();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(file);
    out.writeInt(page);
    out.writeUTF(watermark);
    out.writeLong(millis);
    out.flush();
  }

  static WorkOrder read(DataInputStream in) throws IOException {
    return new WorkOrder(in.readUTF(), in.readInt(), in.readUTF(), in.readLong());
  }
}
