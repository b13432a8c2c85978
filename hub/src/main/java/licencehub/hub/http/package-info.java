/**
 * The HTTP edge: every resource under {@code /api/v1}, health, metrics and the reference page. May
 * hold: reading requests, writing answers, limits. May not hold: decisions about licences, who may
 * ask what (that is {@link licencehub.hub.access.AccessTable}).
 */
@NullMarked
package licencehub.hub.http;

import org.jspecify.annotations.NullMarked;
