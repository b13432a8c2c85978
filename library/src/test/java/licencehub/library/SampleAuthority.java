package licencehub.library;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A certificate authority and one server's certificate, for the address 127.0.0.1, made by the
 * JDK's own tool.
 *
 * @param root its certificate, PEM
 * @param serverKey PKCS #8, PEM; its owner alone may read it
 */
record SampleAuthority(Path root, Path serverCertificate, Path serverKey) {
  private static final String PASSWORD = "sample-password";

  static SampleAuthority in(Path folder) {
    try {
      Files.createDirectories(folder);
      Path root = folder.resolve("root.pem");
      Path certificate = folder.resolve("server.pem");
      Path request = folder.resolve("server.csr");
      keys(folder, "root", "-ext", "bc:c");
      keys(folder, "server");
      tool(folder, "-exportcert", "-alias", "root", "-rfc", "-file", root.toString());
      tool(folder, "-certreq", "-alias", "server", "-file", request.toString());
      tool(
          folder,
          "-gencert",
          "-alias",
          "root",
          "-infile",
          request.toString(),
          "-outfile",
          certificate.toString(),
          "-rfc",
          "-validity",
          "30",
          "-ext",
          "san=ip:127.0.0.1");
      return new SampleAuthority(root, certificate, key(folder));
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void keys(Path folder, String name, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keyalg", "EC"));
    arguments.addAll(List.of("-groupname", "secp256r1", "-validity", "30"));
    arguments.addAll(List.of(more));
    tool(folder, arguments.toArray(String[]::new));
  }

  private static Path key(Path folder) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
      store.load(in, PASSWORD.toCharArray());
    }
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(store.getKey("server", PASSWORD.toCharArray()).getEncoded());
    Path file =
        Files.createFile(
            folder.resolve("server.key"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    String pem = "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    return Files.writeString(file, pem, US_ASCII);
  }

  private static void tool(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString()));
    command.addAll(List.of("-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), US_ASCII);
    try {
      if (process.waitFor() != 0) {
        throw new AssertionError(said);
      }
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
