package licencehub.verification.pdf;

import static licencehub.model.Finding.failed;
import static licencehub.model.Finding.passed;
import static licencehub.model.Finding.skipped;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licencehub.model.Finding;
import licencehub.model.Reason;
import licencehub.verification.envelope.Claim;
import licencehub.verification.envelope.Cms;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Faults;
import licencehub.verification.file.FileSignature;
import licencehub.verification.file.FileSignature.Covered;
import licencehub.verification.file.FileSource;
import licencehub.verification.file.Hash;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/** Takes one signature dictionary apart (ISO 32000-1 section 12.8). */
final class SignatureReader {
  static final List<String> CHECKS = List.of("form", "byte-range", "later-changes", "content");
  private static final String FORM = "form";
  private static final String RANGE = "byte-range";
  private static final String LATER = "later-changes";
  private static final String CONTENT = "content";
  private static final int PIECE = 64 * 1024;

  private final FileSource file;
  private final Budget budget;
  private final Cms cms;

  /** How far the signatures of the file reach at most. */
  private final long reach;

  SignatureReader(FileSource file, Budget budget, Cms cms, long reach) {
    this.file = file;
    this.budget = budget;
    this.cms = cms;
    this.reach = reach;
  }

  /** The findings, in the order of {@link #CHECKS}, with the claim. */
  FileSignature read(COSDictionary signature) throws IOException, Refused {
    List<Finding> checks = new ArrayList<>();
    byte[] contents = contents(signature);
    Claim claim = claim(signature, contents, checks);
    Optional<ByteRange> range = ByteRange.of(signature.getCOSArray(COSName.BYTERANGE));
    checks.add(range(range, contents));
    if (range.isEmpty() || checks.get(1).result() == Finding.Result.FAILED) {
      checks.add(skipped(LATER, "签名范围有误 the byte range is wrong"));
      checks.add(skipped(CONTENT, "签名范围有误 the byte range is wrong"));
      return new FileSignature(checks, null, null, null);
    }
    checks.add(later(range.get(), signature));
    if (claim == null) {
      checks.add(skipped(CONTENT, "签名值无法使用 the signed value cannot be used"));
      return new FileSignature(checks, null, null, null);
    }
    checks.add(content(claim, range.get()));
    return new FileSignature(checks, claim, claim.direct() ? covered(range.get()) : null, null);
  }

  private static byte[] contents(COSDictionary signature) {
    return signature.getDictionaryObject(COSName.CONTENTS) instanceof COSString it
        ? it.getBytes()
        : new byte[0];
  }

  private @Nullable Claim claim(COSDictionary signature, byte[] contents, List<Finding> checks) {
    String form = String.valueOf(signature.getNameAsString(COSName.SUB_FILTER));
    boolean cades = form.equals("ETSI.CAdES.detached");
    if (!cades && !form.equals("adbe.pkcs7.detached")) {
      checks.add(failed(FORM, Reason.SEAL_UNKNOWN, Faults.shown(form)));
      return null;
    }
    try {
      Claim claim = PaddedCms.read(cms, contents);
      SigningCertificate.Named named = SigningCertificate.of(claim);
      if (named == SigningCertificate.Named.OTHER
          || (cades && named == SigningCertificate.Named.ABSENT)) {
        checks.add(
            failed(
                FORM,
                Reason.SIGNATURE_WRONG,
                "签名属性未指明签名证书或指明了别的证书 the signed attributes name no certificate, or another"));
        return null;
      }
      checks.add(passed(FORM, form));
      return dated(claim, signature.getString(COSName.M));
    } catch (Refused e) {
      checks.add(failed(FORM, e.fault().reason(), e.fault().detail().toString()));
    } catch (RuntimeException e) {
      // The ASN.1 reader answers damage with unchecked exceptions of many kinds.
      checks.add(failed(FORM, Reason.FILE_UNREADABLE, "签名值结构有误 not the structure of a CMS"));
    }
    return null;
  }

  /** Without a signing time of its own, the dictionary's counts: it is covered as well. */
  private static Claim dated(Claim claim, @Nullable String dictionary) {
    Instant at = claim.signedAt();
    return at != null
        ? claim
        : new Claim(
            claim.algorithm(),
            claim.keyId(),
            claim.certificates(),
            claim.direct(),
            claim.signed(),
            claim.signature(),
            PdfDates.parse(dictionary).orElse(null));
  }

  private Finding range(Optional<ByteRange> range, byte[] contents) throws IOException, Refused {
    if (range.isEmpty()) {
      return failed(RANGE, Reason.FILE_NOT_COVERED, "ByteRange不完整 not one range with one gap");
    }
    ByteRange it = range.get();
    if (it.end() > file.size()) {
      return failed(RANGE, Reason.FILE_UNREADABLE, it.end() + " > " + file.size());
    }
    return it.isGapOf(contents, file)
        ? passed(RANGE, "0.." + it.gap() + ", " + it.resume() + ".." + it.end())
        : failed(RANGE, Reason.FILE_NOT_COVERED, "签名值之外还有未覆盖的内容 the gap is more than Contents");
  }

  private Finding later(ByteRange range, COSDictionary signature) throws IOException, Refused {
    long more = file.size() - range.end();
    if (more == 0) {
      return passed(LATER, "覆盖到文件末尾 it covers the file to its end");
    }
    if (reach < file.size()) {
      return failed(LATER, Reason.FILE_CHANGED_LATER, more + " B, 无人签名 signed by nobody");
    }
    if (DocumentPermissions.forbidChanges(signature)) {
      return failed(LATER, Reason.FILE_CHANGED_LATER, more + " B, 签名禁止改动 DocMDP P 1");
    }
    return LaterChanges.of(file, range.end(), budget)
        .map(it -> failed(LATER, Reason.FILE_CHANGED_LATER, it))
        .orElseGet(() -> passed(LATER, more + " B, 仅追加签名 only signatures were added"));
  }

  private Finding content(Claim claim, ByteRange range) throws IOException, Refused {
    if (claim.direct()) {
      return skipped(CONTENT, "签名直接覆盖内容 the signature covers the content itself");
    }
    Optional<Hash> hash = Hash.of(claim.algorithm());
    if (hash.isEmpty()) {
      return failed(CONTENT, Reason.ALGORITHM_REFUSED, Faults.shown(claim.algorithm()));
    }
    MessageDigest digest = hash.get().start();
    byte[] piece = new byte[PIECE];
    try (InputStream in = range.open(file)) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        budget.deadline().check();
        digest.update(piece, 0, n);
      }
    }
    byte[] computed = digest.digest();
    return Cms.vouched(claim.signed()).filter(it -> MessageDigest.isEqual(it, computed)).isPresent()
        ? passed(CONTENT, hash.get() + " " + range.end() + " B")
        : failed(CONTENT, Reason.FILE_CHANGED, String.valueOf(hash.get()));
  }

  private Covered covered(ByteRange range) {
    return () -> {
      try {
        return range.open(file);
      } catch (Refused e) {
        throw new IOException(e);
      }
    };
  }
}
