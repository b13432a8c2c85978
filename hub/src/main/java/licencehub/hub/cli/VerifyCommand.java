package licencehub.hub.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import licencehub.ledger.VerifierKey;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    description = {
      "离线核验回执、证照文件（OFD、PDF）、加注件和证据包：不连枢纽，逐项用白话说明",
      "Verify receipts, licence files (OFD, PDF), use copies and evidence bundles offline: asks no"
          + " hub; tells each check in plain words"
    })
final class VerifyCommand implements Callable<Integer> {
  private static final String KEYS = LedgerKeys.FILE;

  private final Surroundings surroundings;

  @Mixin private Talk talk = new Talk();

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = {
        "核验回执的账本公钥文件，即 /api/v1/ledger/keys 的内容（默认在回执旁或上一级目录找 " + KEYS + "）",
        "for receipts: the ledger's keys, as /api/v1/ledger/keys tells them (default: "
            + KEYS
            + " beside the receipt or in the folder above)"
      })
  private @Nullable Path keys;

  @Option(
      names = "--original",
      paramLabel = "FILE",
      description = {
        "核验回执时报送的原文：另核对回执说的正是它",
        "for receipts: what was submitted; is it what the receipt is about?"
      })
  private @Nullable Path original;

  @Option(
      names = "--anchors",
      paramLabel = "FILE",
      description = {
        "核验证照文件所信任的根证书，PEM（默认在文件旁或上一级目录找 " + AnchorFiles.NAME + "）",
        "for licence files: root certificates to trust, PEM (default: "
            + AnchorFiles.NAME
            + " beside the file or in the folder above)"
      })
  private @Nullable Path anchors;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = {
        "改用此配置目录的信任锚、策略和吊销列表文件",
        "for licence files: the anchors, policy and revocation list files of this configuration"
      })
  private @Nullable Path config;

  @Mixin private WitnessOptions witnesses = new WitnessOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = {"回执、证照文件或证据包", "receipts, licence files or evidence bundles"})
  private List<Path> files = new ArrayList<>();

  VerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    byte[] bytes = original == null ? null : InputFile.bytes(original);
    AnchorFiles trust = new AnchorFiles(anchors, config, surroundings.launcher(), talk);
    boolean sound = true;
    for (Path file : files) {
      talk.out().println(file);
      sound &= passes(file, trust, bytes);
    }
    talk.out().flush();
    return (sound ? Exit.OK : Exit.NEGATIVE).code();
  }

  private boolean passes(Path file, AnchorFiles trust, byte @Nullable [] bytes) {
    if (InputFile.isBundle(file)) {
      return new BundleCheck(knownKeys(file), trust.rootsFor(file), witnesses, talk).passes(file);
    }
    return InputFile.isLicenceFile(file)
        ? new FileCheck(trust.verifierFor(file), surroundings.clock(), talk).passes(file)
        : receiptsPass(file, bytes);
  }

  private boolean receiptsPass(Path file, byte @Nullable [] bytes) {
    ReceiptCheck check = new ReceiptCheck(keysFor(file), bytes, talk);
    if (CheckpointCheck.isNote(InputFile.bytes(file))) {
      return new CheckpointCheck(keysFor(file), witnesses, talk).passes(InputFile.bytes(file));
    }
    boolean sound = true;
    for (var proof : ReceiptFile.read(InputFile.bytes(file)).proofs()) {
      sound &= check.passes(proof);
      sound &= witnesses.enough(proof.note(), new Marks(talk));
    }
    return sound;
  }

  private List<VerifierKey> keysFor(Path file) {
    return knownKeys(file)
        .orElseThrow(
            () ->
                new CommandFailed(
                    Exit.USAGE,
                    Text.of("没有账本公钥", "the ledger's public keys are missing"),
                    Text.of(
                        "用 --keys 指定，或取自枢纽 /api/v1/ledger/keys",
                        "give them by --keys; a hub tells them at /api/v1/ledger/keys")));
  }

  private Optional<List<VerifierKey>> knownKeys(Path file) {
    return Optional.ofNullable(keys)
        .or(() -> InputFile.nearest(file, KEYS))
        .map(it -> LedgerKeys.read(it.toString(), InputFile.bytes(it)));
  }
}
