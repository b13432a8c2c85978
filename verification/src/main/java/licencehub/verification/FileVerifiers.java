package licencehub.verification;

/** Makes verifiers for licence files. */
public final class FileVerifiers {
  private FileVerifiers() {}

  /**
   * @param trust whose anchors the signers and the makers of their seals must lead to
   */
  public static FileVerifier of(
      Policy policy, Trust trust, Revocations revocations, FileLimits limits) {
    return new FileExaminer(
        policy, SignatureVerifiers.signers(trust, revocations), limits, System::nanoTime);
  }
}
