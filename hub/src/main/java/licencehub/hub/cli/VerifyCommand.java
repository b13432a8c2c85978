package licencehub.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import licencehub.ledger.VerifierKey;
import licencehub.model.MalformedValue;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    description = {
      "离线核验回执：不连枢纽，只需账本公钥；逐项用白话说明",
      "Verify receipts offline: asks no hub, needs the ledger's public keys alone; tells each check"
          + " in plain words"
    })
final class VerifyCommand implements Callable<Integer> {
  private static final String KEYS = "ledger.keys";
  private static final long LARGEST = 64L << 20;

  @Mixin private Talk talk = new Talk();

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = {
        "账本公钥文件，即 /api/v1/ledger/keys 的内容（默认在回执旁或其上级找 " + KEYS + "）",
        "the ledger's keys, as /api/v1/ledger/keys tells them (default: "
            + KEYS
            + " beside the receipt or a folder above it)"
      })
  private @Nullable Path keys;

  @Option(
      names = "--original",
      paramLabel = "FILE",
      description = {"报送的原文：另核对回执说的正是它", "what was submitted: is it what the receipt is about?"})
  private @Nullable Path original;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = {"回执文件", "files with receipts"})
  private List<Path> files = new ArrayList<>();

  @Override
  public Integer call() {
    byte[] bytes = original == null ? null : bytes(original);
    boolean sound = true;
    for (Path file : files) {
      ReceiptCheck check = new ReceiptCheck(keysFor(file), bytes, talk);
      talk.out().println(file);
      for (var proof : ReceiptFile.read(bytes(file)).proofs()) {
        sound &= check.passes(proof);
      }
    }
    talk.out().flush();
    return (sound ? Exit.OK : Exit.NEGATIVE).code();
  }

  private List<VerifierKey> keysFor(Path file) {
    Path found = keys == null ? nearest(file.toAbsolutePath().normalize()) : keys;
    List<VerifierKey> read =
        new String(bytes(found), java.nio.charset.StandardCharsets.UTF_8)
            .lines()
            .filter(it -> !it.isBlank())
            .map(VerifierKey::parse)
            .toList();
    if (read.isEmpty()) {
      throw MalformedValue.of(
          Text.of("公钥文件", "file of keys"),
          found.toString(),
          Text.of("没有公钥", "holds no key"),
          "curl -s HUB/api/v1/ledger/keys > " + KEYS);
    }
    return read;
  }

  private static Path nearest(Path file) {
    return Stream.iterate(file.getParent(), it -> it != null, Path::getParent)
        .map(it -> it.resolve(KEYS))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailed(
                    Exit.USAGE,
                    Text.of("没有账本公钥", "the ledger's public keys are missing"),
                    Text.of(
                        "用 --keys 指定，或取自枢纽 /api/v1/ledger/keys",
                        "give them by --keys; a hub tells them at /api/v1/ledger/keys")));
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new CommandFailed(
            Exit.USAGE,
            Text.of("文件过大：" + file, "the file is too large: " + file),
            Text.of("回执文件不超过64 MiB", "files with receipts have 64 MiB at the most"));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CommandFailed(
          Exit.USAGE,
          Text.of("文件读不出：" + file, "the file cannot be read: " + file),
          Text.of("检查路径和权限", "check the path and its permissions"));
    }
  }
}
