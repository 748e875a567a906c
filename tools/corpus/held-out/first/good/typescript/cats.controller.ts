import { Body, Controller, Delete, Get, HttpCode, NotFoundException, Param, ParseIntPipe, Post } from '@nestjs/common';
import { CatsService } from './cats.service';
import { Cat } from './cat.entity';
import { CreateCatDto } from './create-cat.dto';

/** Cats over HTTP. */
@Controller('cats')
export class CatsController {
  constructor(private readonly cats: CatsService) {}

  @Get(':id')
  async one(@Param('id', ParseIntPipe) id: number): Promise<Cat> {
    const cat = await this.cats.find(id);
    if (!cat) throw new NotFoundException(`cat ${id}`);
    return cat;
  }

  @Post()
  @HttpCode(201)
  async create(@Body() body: CreateCatDto): Promise<Cat> {
    return this.cats.create(body);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@Param('id', ParseIntPipe) id: number): Promise<void> {
    if (!(await this.cats.remove(id))) throw new NotFoundException(`cat ${id}`);
  }
}
