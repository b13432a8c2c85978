package licencehub.hub.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import licencehub.verification.Algorithm;
import licencehub.verification.CertificateAuthority;
import licencehub.verification.CertificateAuthority.Validity;
import licencehub.verification.SignerKey;
import licencehub.verification.Subject;

/** A sound configuration in a folder of its own, for tests to spoil one thing of. */
public final class ConfigDraft {
  /** The one source. */
  public static final String SOURCE = "sz-market-push";

  private static final String HUB =
      """
      hub:
        id: gd-440300
        name: {zh: 测试枢纽, en: Test Hub}
        region: "440300"
      http: {host: 127.0.0.1, port: 0}
      data: {folder: data}
      library: {engine: sqlite}
      broker: {enabled: false}
      trust:
        anchors: [trust/*.pem]
        policies:
          - name: standard
            algorithms: [SM2-SM3]
      """;
  private static final String MARKET =
      """
      department: {code: 11440300MB2D000147, name: 深圳市市场监督管理局}
      region: "440300"
      sources:
        - id: sz-market-push
          connector: http-push
          dialect: native
          settings: {}
          trust: signed
          signers: [signers/market.pem]
          mayState:
            events: [case.*, licence.issued.v1]
            speakers: [11440300MB2D000147]
            licenceTypes: [11100000MB0143028R001]
            regions: ["440300"]
      """;

  private final Path folder;
  private final SignerKey signer;

  private ConfigDraft(Path folder, SignerKey signer) {
    this.folder = folder;
    this.signer = signer;
  }

  /** Writes the files and makes an authority and a signer with keys of their own. */
  public static ConfigDraft in(Path folder) throws IOException {
    SecureRandom random = new SecureRandom();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Validity year = new Validity(now.minus(1, ChronoUnit.DAYS), now.plus(365, ChronoUnit.DAYS));
    CertificateAuthority root =
        CertificateAuthority.root(Subject.of("测试根 Test Root"), Algorithm.SM2_SM3, year, random);
    SignerKey signer = root.issue(Subject.of("测试 Test"), Algorithm.SM2_SM3, year, random);
    Files.createDirectories(folder.resolve("trust"));
    Files.createDirectories(folder.resolve("signers"));
    Files.createDirectories(folder.resolve("departments"));
    Files.write(folder.resolve("trust/root.pem"), SignerKey.pem(root.key().chain()));
    Files.write(folder.resolve("signers/market.pem"), SignerKey.pem(signer.chain().subList(0, 1)));
    ConfigDraft draft = new ConfigDraft(folder, signer);
    return draft.write("hub.yaml", HUB).write("departments/market.yaml", MARKET);
  }

  public Path folder() {
    return folder;
  }

  /** Signs for the one source. */
  public SignerKey signer() {
    return signer;
  }

  public ConfigDraft write(String file, String content) {
    try {
      Files.writeString(folder.resolve(file), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts another text in the place of one that stands in the file. */
  public ConfigDraft change(String file, String from, String to) {
    String before = read(file);
    if (!before.contains(from)) {
      throw new IllegalArgumentException(file + " has no " + from);
    }
    return write(file, before.replace(from, to));
  }

  public String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Loaded load() {
    return ConfigLoader.load(folder);
  }
}
