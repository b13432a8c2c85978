package licencehub.hub.http;

import java.util.random.RandomGenerator;
import licencehub.model.Text;
import licencehub.routes.use.OwnEvents;
import licencehub.sharing.use.UseRules;

/**
 * What the use of licences needs.
 *
 * @param hubName as use copies show it
 * @param random makes use codes; nobody can predict it
 */
public record UseServices(UseRules rules, OwnEvents events, RandomGenerator random, Text hubName) {}
