package licencehub.hub.access;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import licencehub.model.MalformedValue;
import licencehub.model.code.CreditCode;
import org.jspecify.annotations.Nullable;

/**
 * What a token whose signature fits says.
 *
 * @param notBefore first moment it is good for
 * @param expires first moment it is good for no longer
 */
record Grant(Caller caller, Instant notBefore, Instant expires) {
  static final String ROLE = "role";
  static final String DEPARTMENT = "department";
  static final String HOLDER = "holder";

  /** Empty when a claim is missing, or is none that the hub knows. */
  static Optional<Grant> of(JWTClaimsSet claims) {
    try {
      Optional<Role> role = Optional.ofNullable(claims.getStringClaim(ROLE)).flatMap(Role::find);
      boolean whole =
          role.isPresent()
              && claims.getSubject() != null
              && claims.getIssueTime() != null
              && claims.getExpirationTime() != null;
      return whole ? Optional.of(of(claims, role.get())) : Optional.empty();
    } catch (ParseException | MalformedValue e) {
      return Optional.empty();
    }
  }

  Optional<Caller> at(Instant now) {
    boolean stands = !now.isBefore(notBefore) && now.isBefore(expires);
    return stands ? Optional.of(caller) : Optional.empty();
  }

  private static Grant of(JWTClaimsSet claims, Role role) throws ParseException {
    @Nullable String department = claims.getStringClaim(DEPARTMENT);
    Instant issued = claims.getIssueTime().toInstant();
    Instant notBefore =
        claims.getNotBeforeTime() == null ? issued : claims.getNotBeforeTime().toInstant();
    return new Grant(
        new Caller(
            claims.getSubject(),
            role,
            department == null ? null : new CreditCode(department),
            claims.getStringClaim(HOLDER)),
        notBefore.isAfter(issued) ? notBefore : issued,
        claims.getExpirationTime().toInstant());
  }
}
