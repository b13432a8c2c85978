/** What a department states: events about licences and cases, and the pure rules over them. */
@NullMarked
package licencehub.model.event;

import org.jspecify.annotations.NullMarked;
