package licencehub.hub.http;

import java.util.random.RandomGenerator;
import licencehub.routes.use.OwnEvents;
import licencehub.sharing.use.UseRules;

/**
 * What the use of licences needs.
 *
 * @param random makes use codes; nobody can predict it
 */
public record UseServices(UseRules rules, OwnEvents events, RandomGenerator random) {}
