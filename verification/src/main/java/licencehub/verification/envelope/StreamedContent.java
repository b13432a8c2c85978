package licencehub.verification.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSTypedData;

/** Content that only passes through, once. */
record StreamedContent(ASN1ObjectIdentifier type, InputStream in) implements CMSTypedData {
  @Override
  public ASN1ObjectIdentifier getContentType() {
    return type;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    in.transferTo(out);
  }

  @Override
  public Object getContent() {
    return in;
  }
}
