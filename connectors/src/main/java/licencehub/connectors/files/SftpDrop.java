package licencehub.connectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** A folder on an SFTP server. Believes no name the server lists unless it is a plain one. */
final class SftpDrop implements Drop {
  private final SftpClient client;
  private final ClientSession session;
  private final String folder;

  SftpDrop(SftpClient client, ClientSession session, String folder) {
    this.client = client;
    this.session = session;
    this.folder = folder.endsWith("/") ? folder : folder + "/";
  }

  @Override
  public List<Listed> list(int most) throws IOException {
    List<Listed> files = new ArrayList<>();
    try (CloseableHandle open = client.openDir(folder)) {
      List<DirEntry> entries = client.readDir(open);
      while (entries != null && files.size() < most) {
        entries.stream().filter(SftpDrop::isPlainFile).map(SftpDrop::listed).forEach(files::add);
        entries = client.readDir(open);
      }
    }
    return files;
  }

  @Override
  public Optional<Listed> look(String path) throws IOException {
    try {
      return Optional.of(listed(path, client.lstat(folder + path)));
    } catch (SftpException e) {
      if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public InputStream read(String path, long from) throws IOException {
    InputStream in = client.read(folder + path);
    in.skipNBytes(from);
    return in;
  }

  @Override
  public void move(String path, String to) throws IOException {
    makeFolder(to);
    client.rename(folder + path, folder + to);
  }

  @Override
  public void write(String path, byte[] content) throws IOException {
    makeFolder(path);
    try (OutputStream out = client.write(folder + path)) {
      out.write(content);
    }
  }

  @Override
  public void close() throws IOException {
    session.close(true).await();
  }

  private void makeFolder(String path) throws IOException {
    String parent = path.substring(0, path.indexOf('/'));
    if (look(parent).isEmpty()) {
      client.mkdir(folder + parent);
    }
  }

  private static boolean isPlainFile(DirEntry entry) {
    return entry.getAttributes().isRegularFile() && Completeness.isPlain(entry.getFilename());
  }

  private static Listed listed(DirEntry entry) {
    return listed(entry.getFilename(), entry.getAttributes());
  }

  private static Listed listed(String name, Attributes is) {
    return new Listed(name, is.getSize(), is.getModifyTime().toMillis());
  }
}
