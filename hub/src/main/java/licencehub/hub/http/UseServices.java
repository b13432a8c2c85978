package licencehub.hub.http;

import java.util.random.RandomGenerator;
import licencehub.hub.access.KeyedHash;
import licencehub.model.Text;
import licencehub.routes.use.OwnEvents;
import licencehub.sharing.use.UseRules;

/**
 * What the use of licences needs.
 *
 * @param hubName as use copies show it
 * @param random makes use codes; nobody can predict it
 * @param wrongComparisons of one licence that an organisation has on a day
 * @param numbers stands for the numbers callers give their requests
 */
public record UseServices(
    UseRules rules,
    OwnEvents events,
    RandomGenerator random,
    Text hubName,
    int wrongComparisons,
    KeyedHash numbers) {}
