import {
  Body,
  Controller,
  Get,
  HttpCode,
  HttpStatus,
  NotFoundException,
  Param,
  ParseUUIDPipe,
  Post,
  ValidationPipe,
} from '@nestjs/common';
import { IsInt, IsISO8601, IsString, Length, Max, Min } from 'class-validator';
import { LessonsService, type Lesson } from './lessons.service';

/** Body of a new lesson. */
export class CreateLessonDto {
  @IsString()
  @Length(3, 120)
  title!: string;

  @IsISO8601()
  startsAt!: string;

  @IsInt()
  @Min(15)
  @Max(240)
  minutes!: number;
}

/** Lessons of the timetable. */
@Controller('lessons')
export class LessonsController {
  constructor(private readonly lessons: LessonsService) {}

  /** Creates a lesson. */
  @Post()
  @HttpCode(HttpStatus.CREATED)
  create(@Body(new ValidationPipe({ whitelist: true })) dto: CreateLessonDto): Promise<Lesson> {
    return this.lessons.create(dto);
  }

  /** One lesson by its id. */
  @Get(':id')
  async findOne(@Param('id', ParseUUIDPipe) id: string): Promise<Lesson> {
    const lesson = await this.lessons.findOne(id);
    if (lesson === null) {
      throw new NotFoundException('lesson not found');
    }
    return lesson;
  }
}
