package licencehub.hub.http;

import java.io.IOException;

/** Answers one operation; called only for callers the access table lets in. */
interface Endpoint {
  /**
   * @throws licencehub.model.MalformedValue when a parameter is not what it claims to be
   * @throws licencehub.model.Unavailable when something needed does not answer now
   */
  Answer answer(Call call) throws IOException;
}
