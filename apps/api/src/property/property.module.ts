import { Module } from "@nestjs/common";
import { AttributesController } from "./attributes/attributes.controller.js";
import { AttributeUses } from "./attributes/attribute-uses.js";
import { AttributesQueries } from "./attributes/attributes.queries.js";
import { AttributesService } from "./attributes/attributes.service.js";
import { SetRoomAttributesService } from "./attributes/set-room-attributes.service.js";
import { BuildingsController } from "./directory/buildings.controller.js";
import { BuildingsService } from "./directory/buildings.service.js";
import { DirectoryController } from "./directory/directory.controller.js";
import { DirectoryQueries } from "./directory/directory.queries.js";
import { UnitsController } from "./directory/units.controller.js";
import { UnitsService } from "./directory/units.service.js";
import { PicturesController } from "./pictures/pictures.controller.js";
import { PicturesService } from "./pictures/pictures.service.js";
import { ShareDrawingService } from "./pictures/share-drawing.service.js";
import { CreateProjectService } from "./projects/create-project.service.js";
import { ProjectCollection } from "./projects/project-collection.service.js";
import { ProjectDeveloper } from "./projects/project-developer.service.js";
import { ProjectQueries } from "./projects/project.queries.js";
import { ProjectsController } from "./projects/projects.controller.js";
import { RoomPrefixesController } from "./projects/room-prefixes.controller.js";
import { RoomPrefixesService } from "./projects/room-prefixes.service.js";
import { UpdateProjectService } from "./projects/update-project.service.js";
import { ApplyRestructureService } from "./restructures/apply-restructure.service.js";
import { RestoreRestructureService } from "./restructures/restore-restructure.service.js";
import { RestructureParticipants } from "./restructures/restructure-participants.js";
import { RestructureRooms } from "./restructures/restructure-rooms.service.js";
import { RestructureSurvey } from "./restructures/restructure-survey.service.js";
import { RestructureQueries } from "./restructures/restructure.queries.js";
import { RestructuresController } from "./restructures/restructures.controller.js";
import { RestructuresService } from "./restructures/restructures.service.js";
import { AreaChangesController } from "./room-areas/area-changes.controller.js";
import { AreaChangeFiles } from "./room-areas/area-change-files.js";
import { AreaChangesService } from "./room-areas/area-changes.service.js";
import { AreaHistoryQueries } from "./room-areas/area-history.queries.js";
import { DueAreasService } from "./room-areas/due-areas.service.js";
import { ModifyRoomService } from "./rooms/modify-room.service.js";
import { ImportedAreasService } from "./room-areas/imported-areas.service.js";
import { PlaceWriter } from "./directory/place-writer.service.js";
import { RoomWriter } from "./rooms/room-writer.service.js";
import { RoomQueries } from "./rooms/room.queries.js";
import { RoomsController } from "./rooms/rooms.controller.js";
import { RoomsService } from "./rooms/rooms.service.js";

/** 房产: management areas, the building directory, rooms. */
@Module({
  controllers: [
    ProjectsController,
    RoomPrefixesController,
    DirectoryController,
    BuildingsController,
    UnitsController,
    RoomsController,
    AreaChangesController,
    PicturesController,
    AttributesController,
    RestructuresController,
  ],
  providers: [
    AttributeUses,
    ProjectQueries,
    CreateProjectService,
    ProjectCollection,
    ProjectDeveloper,
    UpdateProjectService,
    RoomPrefixesService,
    DirectoryQueries,
    BuildingsService,
    UnitsService,
    RoomQueries,
    RoomsService,
    ModifyRoomService,
    AreaChangesService,
    AreaChangeFiles,
    AreaHistoryQueries,
    DueAreasService,
    ImportedAreasService,
    PlaceWriter,
    RoomWriter,
    PicturesService,
    AttributesQueries,
    AttributesService,
    SetRoomAttributesService,
    ShareDrawingService,
    RestructureParticipants,
    RestructureRooms,
    RestructureSurvey,
    RestructureQueries,
    RestructuresService,
    ApplyRestructureService,
    RestoreRestructureService,
  ],
  exports: [
    AttributeUses,
    AttributesQueries,
    ProjectQueries,
    CreateProjectService,
    DirectoryQueries,
    RoomQueries,
    PlaceWriter,
    RoomWriter,
    RestructureParticipants,
    SetRoomAttributesService,
    ProjectCollection,
    ProjectDeveloper,
  ],
})
export class PropertyModule {}
